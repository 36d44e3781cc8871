import { seed } from '../../../simulator'
import { capabilities } from '../../../src/flows/capabilities/capabilities'
import { describeLock } from '../../../src/flows/description/describe-lock'
import type { FlowHarness } from '../support/flow-harness'
import type { Scenario } from '../support/scenario'
import { briefly, overRoutes } from './channels'

const { frontDoor, gardenGate } = seed.locks

const readCapabilities = ({ panel, deviceId, options }: FlowHarness) =>
  capabilities(panel, deviceId, options).capabilities()

export const capabilitiesScenarios: readonly Scenario[] = [
  {
    flow: 'capabilities',
    over: 'mini-program',
    harness: { lock: frontDoor, families: ['mini-program'] },
    run: readCapabilities,
  },
  {
    flow: 'capabilities',
    over: 'mini-program, Bluetooth, sampled',
    harness: { lock: gardenGate, families: ['mini-program'], shape: 'sampled' },
    run: readCapabilities,
  },
  {
    flow: 'capabilities: request',
    over: 'mini-program',
    harness: { lock: frontDoor, families: ['mini-program'] },
    run: ({ panel, deviceId, options }) =>
      capabilities(panel, deviceId, options).apiRequest('doorLock.remoteUnlocks', {
        device_id: deviceId,
      }),
  },
  {
    flow: 'describeLock',
    over: 'mini-program',
    harness: { lock: gardenGate, families: ['mini-program'] },
    run: ({ panel, deviceId, options: { clock } }) =>
      describeLock(panel, deviceId, { among: ['wifi', 'ble'], ...(clock && { clock }) }),
  },
  ...briefly([
    {
      flow: 'describeLock',
      over: 'open-api',
      harness: overRoutes.gateway[1],
      run: ({ panel, deviceId, options: { clock } }) =>
        describeLock(panel, deviceId, { among: ['ble-gateway'], ...(clock && { clock }) }),
    },
    {
      flow: 'capabilities: request',
      over: 'open-api',
      harness: overRoutes.gateway[1],
      run: ({ panel, deviceId, options }) =>
        capabilities(panel, deviceId, options).apiRequest('GET /v1.0/devices/{device_id}/status', {
          device_id: deviceId,
        }),
    },
  ]),
]
