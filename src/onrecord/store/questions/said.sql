-- Statements, in order of day (the undated last), article and place. Of the conditions only those asked for are taken (``narrowed``).
SELECT s.*
FROM statements s JOIN articles a ON a.id = s.article
WHERE 1
-- ids
  AND s.id IN (SELECT value FROM json_each(:ids))
-- prefix
  AND s.id >= :prefix AND s.id < :prefix || '~'
-- entities
  AND (s.speaker IN (SELECT value FROM json_each(:entities)) OR s.speaker_name IN (SELECT value FROM json_each(:names)))
-- about
  AND (s.n IN (SELECT rowid FROM statements_text WHERE statements_text MATCH :about)
       OR s.n IN (SELECT statement FROM _about WHERE entity IN (SELECT value FROM json_each(:meant))))
-- since
  AND coalesce(s.said_latest, a.published_latest) >= :since
-- until
  AND coalesce(s.said_earliest, a.published_earliest) <= :until
-- outlet
  AND instr(fold(a.outlet), :outlet) > 0
-- kind
  AND s.speaker IN (SELECT id FROM entities WHERE kind = :kind)
-- office
  AND instr(fold(s.speaker_office), :office) > 0
-- acts
  AND s.act IN (SELECT value FROM json_each(:acts))
-- manners
  AND s.manner IN (SELECT value FROM json_each(:manners))
-- always
ORDER BY coalesce(s.said_earliest, a.published_earliest) IS NULL,
  coalesce(s.said_earliest, a.published_earliest), coalesce(s.said_latest, a.published_latest), a.outlet, s.article, s.start, s.id
