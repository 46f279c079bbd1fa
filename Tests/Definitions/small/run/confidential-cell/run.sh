replies
echo 'disclosure: {threshold: 3}' >> Pipelines/small/pipeline.yaml
echo '{{number attendance/yes = one}} came.' > Pipelines/small/report.md
stages
