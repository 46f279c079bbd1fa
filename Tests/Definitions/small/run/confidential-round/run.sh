replies
earlier
echo 'disclosure: {threshold: 3}' >> Pipelines/small/pipeline.yaml
compare
