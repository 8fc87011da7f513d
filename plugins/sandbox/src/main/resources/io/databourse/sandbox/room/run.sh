# Results are gathered in a file and leave at the end; whatever is printed goes into the log.
/usr/lib/R/bin/exec/R --no-echo --no-restore --vanilla -f /job/bourse.R < /dev/null >&2 || exit 1
[ ! -e /work/.results ] || cat /work/.results
echo BOURSE/1 end
