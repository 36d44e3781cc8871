import { onTestFinished } from 'vitest'
import { allActions } from '../../actions'
import { createSimulator, type SimulatorOptions } from '../../simulator'
import { createPanel } from '../../src/core/panel/create-panel'
import { wxRequest } from '../../src/transports/wx-request'
import { exampleNamesOf } from '../support/examples'
import { givesOneShape } from './one-shape'

/** A mini-program panel on the fake `wx` of its own simulator. */
const wxPanel = async (simulated: SimulatorOptions) => {
  const simulator = createSimulator(simulated)
  const panel = createPanel({
    actions: allActions,
    transport: wxRequest({ url: 'https://door.example/panel', wx: simulator.asWx() }),
    clock: simulator.clock,
  })
  onTestFinished(panel.close)
  return { simulator, panel }
}

givesOneShape('a fake wx', exampleNamesOf('mini-program'), wxPanel)
