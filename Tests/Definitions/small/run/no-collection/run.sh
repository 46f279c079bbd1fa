replies
rapporteur-ingest --pipeline Pipelines/smal --input Input/small --output Output/small
