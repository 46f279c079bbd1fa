replies
mkdir -p Output/small others
ln -s ../../others Output/small/published
stages
