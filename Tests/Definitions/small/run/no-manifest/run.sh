replies
stage normalize
