-- How many statements can be compared with no day, because neither they nor their articles have one.
SELECT count(*)
FROM statements s JOIN articles a ON a.id = s.article
WHERE s.said_earliest IS NULL AND a.published_earliest IS NULL AND s.act IN (SELECT value FROM json_each(:acts))
