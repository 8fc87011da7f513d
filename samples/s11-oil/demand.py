"""What one more car of traffic sells, by place: the slope of the least squares line.

Places with fewer than ten stations are left out: a slope must not speak of a few.
"""

import bourse
import numpy as np

area, _ = bourse.column("area")
station, _ = bourse.column("station_id")
traffic, _ = bourse.column("traffic")
litres, _ = bourse.column("litres")

slopes = {}
for place in sorted(set(area)):
    here = area == place
    if len(set(station[here])) < 10:
        continue
    x = np.asarray(traffic)[here].astype(float)
    y = np.asarray(litres)[here].astype(float)
    slopes[place] = float(((x - x.mean()) * (y - y.mean())).sum() / ((x - x.mean()) ** 2).sum())

print(len(slopes), "places")
bourse.save("slopes", slopes)
