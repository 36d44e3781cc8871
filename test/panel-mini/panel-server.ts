import { lastValueFrom } from 'rxjs'
import type { FakeWx, Simulator } from '../../simulator'
import { openApiLockActions } from '../../src/entries/actions/open-api-lock'
import type { WxRequestInit } from '../../src/entries/core'
import { passwordCipher } from '../../src/entries/crypto'
import type { MiniApp } from './mini-app'

const URL = 'http://127.0.0.1:8080'

/** Has the mini-program talk to the server of an app in place of the simulated cloud itself. */
export const behindServer = ({ host, app }: MiniApp): void => {
  const { appServer } = host.load('server') as { readonly appServer: (url: string) => object }
  app.server = appServer(URL)
}

/** `wx.request` to a simulated cloud, and to the server of an app before it: at `/cloud` and `/encrypt`. */
export const requestTo = (simulator: Simulator): FakeWx['request'] => {
  const { request } = simulator.asWx()
  const cipher = passwordCipher(simulator)
  return (init) => {
    if (init.url === `${URL}/encrypt`) {
      const { ticket_key, password } = init.data as { ticket_key: string; password: string }
      cipher
        .encrypt({ ticket_key }, password)
        .then((encrypted) => init.success?.({ data: { encrypted }, statusCode: 200, header: {} }))
      return { abort: () => {} }
    }
    if (init.url === `${URL}/cloud`) {
      const answer = signed(simulator, init)
      if (answer !== undefined) {
        answer.then((text) => init.success?.({ data: text, statusCode: 200, header: {} }))
        return { abort: () => {} }
      }
    }
    return request(init)
  }
}

/** The answer to a route of the open API; `undefined` for an operation of another family, which is passed on. */
const signed = (simulator: Simulator, { data }: WxRequestInit): Promise<string> | undefined => {
  const { action, params } = JSON.parse(String(data)) as { action: string; params: object }
  const route = Object.values(openApiLockActions).find(({ name }) => name === action)
  if (route === undefined) return undefined
  const request = {
    action,
    family: 'open-api' as const,
    params: { ...params },
    query: route.query,
    requestId: '',
    attempt: 1,
    timeoutMs: 10_000,
  }
  return lastValueFrom(simulator.asTransport().send(request)).then(({ body }) =>
    'text' in body ? body.text : JSON.stringify(body.value),
  )
}
