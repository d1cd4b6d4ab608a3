"""What explains a figure's colours and signs: the closed union of its kinds."""

from heatfig.plan.guides.colorbar import Colorbar
from heatfig.plan.guides.legend import Legend
from heatfig.plan.guides.sizes import SizeLegend

Guide = Colorbar | SizeLegend | Legend
