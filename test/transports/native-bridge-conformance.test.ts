import { asyncScheduler } from 'rxjs'
import { describe } from 'vitest'
import type { TransportRequest } from '../../src/core/transport/transport'
import { httpExchange } from '../support/http-exchange'
import { startScriptedServer } from '../support/scripted-server'
import { describeTransport } from './conformance'
import { panelStyles, routeStyles } from './native-hosts'
import { request } from './sample-request'

const password = '956FAD7F09C68E168B77'

const panelRequest: TransportRequest = {
  ...request,
  action: 'tuya.m.device.lock.temppwd.create',
  family: 'panel',
  version: '4.0',
  params: { devId: 'vdevo1', password },
}
const routeRequest: TransportRequest = {
  ...request,
  action: 'POST /v1.0/devices/{device_id}/door-lock/temp-password',
  family: 'open-api',
  params: { device_id: 'vdevo1', password },
}

const cases = [
  ...Object.entries(panelStyles).map(([name, make]) => ({ name, make, sent: panelRequest })),
  ...Object.entries(routeStyles).map(([name, make]) => ({ name, make, sent: routeRequest })),
]

describe.each(cases)('nativeBridge', ({ name, make, sent }) => {
  describeTransport(
    `over ${name}`,
    async () => {
      const server = await startScriptedServer()
      return {
        transport: make(httpExchange(server.url), asyncScheduler),
        request: sent,
        secrets: [password],
        requests: () => server.received.length,
        script: server.script,
        arrival: server.arrival,
        close: server.close,
      }
    },
    // A host unwraps the envelope, hides the status and returns no task that could be aborted.
    { http: false, text: false, aborts: false, reportsNotSent: false },
  )
})
