replies
rapporteur-ingest --pipeline Pipelines/small --input Input/small --output Input/small
