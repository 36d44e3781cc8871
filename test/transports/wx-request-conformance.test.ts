import { asyncScheduler } from 'rxjs'
import { describe } from 'vitest'
import { fakeWx } from '../../simulator/wx/fake-wx'
import { wxRequest } from '../../src/transports/wx-request'
import { httpExchange } from '../support/http-exchange'
import { startScriptedServer } from '../support/scripted-server'
import { describeTransport } from './conformance'
import { headers, request, secrets } from './sample-request'

describe.each(['errno', 'text-zh', 'android'] as const)('wxRequest', (errorStyle) => {
  describeTransport(
    `on a device of style ${errorStyle}`,
    async () => {
      const server = await startScriptedServer()
      const device = (domains?: readonly string[]) =>
        fakeWx(httpExchange(server.url), asyncScheduler, {
          errorStyle,
          ...(domains && { domains }),
        })
      return {
        transport: wxRequest({ url: server.url, headers, wx: device() }),
        request,
        secrets,
        requests: () => server.received.length,
        script: server.script,
        arrival: server.arrival,
        unreachable: async () => [
          {
            why: 'not in the list of domains',
            transport: wxRequest({
              url: server.url,
              headers,
              wx: device(['https://elsewhere.example']),
            }),
          },
        ],
        close: server.close,
      }
    },
    { http: true, text: true, aborts: true, reportsNotSent: true },
  )
})
