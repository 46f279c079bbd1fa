replies
mkdir elsewhere
sed '$d' Input/small/replies-1.csv > elsewhere/replies-1.csv
rapporteur new --pipeline Pipelines/other --input Input/small --from elsewhere/replies-1.csv
