replies
rm Pipelines/small/survey.csv
stages
