-- Statements, in order of day (the undated last), article and place. A condition that is not asked for is null.
SELECT s.*
FROM statements s JOIN articles a ON a.id = s.article
WHERE (:ids IS NULL OR s.id IN (SELECT value FROM json_each(:ids)))
  AND (:prefix IS NULL OR (s.id >= :prefix AND s.id < :prefix || '~'))
  AND (:entities IS NULL
       OR s.speaker IN (SELECT value FROM json_each(:entities))
       OR s.speaker_name IN (SELECT value FROM json_each(:names)))
  AND (:about IS NULL
       OR s.n IN (SELECT rowid FROM statements_text WHERE statements_text MATCH :about)
       OR s.n IN (SELECT statement FROM _about WHERE entity IN (SELECT value FROM json_each(:meant))))
  AND (:since IS NULL OR coalesce(s.said_latest, a.published_latest) >= :since)
  AND (:until IS NULL OR coalesce(s.said_earliest, a.published_earliest) <= :until)
  AND (:outlet IS NULL OR instr(fold(a.outlet), :outlet) > 0)
  AND (:kind IS NULL OR s.speaker IN (SELECT id FROM entities WHERE kind = :kind))
  AND (:acts IS NULL OR s.act IN (SELECT value FROM json_each(:acts)))
  AND (:manners IS NULL OR s.manner IN (SELECT value FROM json_each(:manners)))
ORDER BY coalesce(s.said_earliest, a.published_earliest) IS NULL,
  coalesce(s.said_earliest, a.published_earliest), coalesce(s.said_latest, a.published_latest), a.outlet, s.article, s.start, s.id
