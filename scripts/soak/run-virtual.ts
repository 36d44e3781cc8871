import { createPanelLife } from './panel-life'
import { type Sample, type Series, sampleProcess, seriesOf } from './sample'
import type { Outcomes } from './visit'

export interface VirtualSoak {
  readonly series: Series
  readonly outcomes: Outcomes
}

/** Lives some minutes on a virtual clock, and samples after each. */
export const runVirtual = async (
  minutes: number,
  onSample: (minute: number, sample: Sample) => void = () => undefined,
): Promise<VirtualSoak> => {
  const life = createPanelLife()
  const samples: (Sample & { readonly minute: number })[] = []
  for (let minute = 1; minute <= minutes; minute++) {
    await life.minute()
    const sample = { ...sampleProcess(), ...life.open() }
    samples.push({ ...sample, minute })
    onSample(minute, sample)
  }
  await life.close()
  return { series: seriesOf('virtual clock, Node', samples), outcomes: life.outcomes }
}
