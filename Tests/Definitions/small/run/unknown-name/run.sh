replies
earlier
echo 'earlier: {questions: {ratings: rating}}' > Pipelines/small/rounds.yaml
compare
