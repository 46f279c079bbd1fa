replies
stages ingest
echo {} > Output/small/ingested/manifest.json
stage normalize
