import sys

from dibao_spark.job import main

sys.exit(main())
