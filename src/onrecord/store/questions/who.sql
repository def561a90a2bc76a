-- Who speaks: each named entity, and each speaker that is only described, with counts and first and last day.
SELECT s.speaker AS id, coalesce(e.name, s.speaker_name) AS name, e.kind AS kind, e.names AS names, e.roles AS roles,
  count(*) AS statements, count(DISTINCT s.article) AS articles,
  min(coalesce(s.said_earliest, a.published_earliest)) AS first,
  max(coalesce(s.said_latest, a.published_latest)) AS last,
  json_group_array(DISTINCT s.speaker_office) AS offices
FROM statements s JOIN articles a ON a.id = s.article LEFT JOIN entities e ON e.id = s.speaker
WHERE s.act IN (SELECT value FROM json_each(:acts)) AND s.speaker_name IS NOT NULL
GROUP BY coalesce(s.speaker, s.speaker_name)
