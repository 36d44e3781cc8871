import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { createSimulator, seed } from '../../simulator'
import type { Candidate } from '../ratios'
import type { RatioRow, Topic } from '../row'

const agent = new Agent({ keepAlive: true })

const post = (url: string, body: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length }
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      text(response).then(resolve, reject)
    })
    sent.on('error', reject).end(body)
  })

/** Reads the body, and answers with a text. */
const serveText = async (answer: string): Promise<string> => {
  const server = createServer((message, response) => {
    text(message).then(() =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(answer),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** The bare server answers with what the simulator answered. */
const rowOf = async (url: string, action: string, target: number): Promise<RatioRow> => {
  const body = JSON.stringify({ action, params: { device_id: seed.locks.frontDoor.id } })
  const bare = await serveText(await post(url, body))
  const sending =
    (to: string): Candidate =>
    () =>
      post(to, body)
  return {
    name: `${action} of the simulator, × bare node:http`,
    target,
    reference: sending(bare),
    product: sending(url),
  }
}

export const simulatorRequests: Topic = {
  rows: async () => {
    const { url } = await createSimulator().serve()
    return [await rowOf(url, 'device.status', 1.5), await rowOf(url, 'doorLock.passwordTicket', 3)]
  },
}
