replies
earlier
echo 'earlier: {questions: {day: sessions, sessions: sessions}}' > Pipelines/small/rounds.yaml
compare
