rapporteur-ingest --pipeline 'Pipelines/small survey' --input Input/small --output Output/small
