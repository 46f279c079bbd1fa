replies
stages ingest
echo >> Output/small/ingested/sources.csv
stage normalize
