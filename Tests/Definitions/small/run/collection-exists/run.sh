replies
rapporteur new --pipeline Pipelines/small --input Input/small --from Input/small/replies-1.csv
