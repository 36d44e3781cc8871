import { Agent, request } from 'node:http'

export interface Load {
  readonly requestsPerSecond: number
  readonly p99Ms: number
}

/** As many as there are panels that wait at the same time. */
const CONCURRENCY = 32
const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY })

const post = (url: string, body: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => resolve(text))
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** Sends requests with a fixed number open, and fails if one is not answered with success. */
export const load = async (url: string, body: string, requests: number): Promise<Load> => {
  const tookMs: number[] = []
  let started = 0
  const startedAt = performance.now()
  const worker = async () => {
    while (started < requests) {
      started++
      const sentAt = performance.now()
      const answer = await post(url, body)
      if (!answer.includes('"success":true'))
        throw new Error(`not answered with success: ${answer}`)
      tookMs.push(performance.now() - sentAt)
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, worker))
  const seconds = (performance.now() - startedAt) / 1_000
  tookMs.sort((one, other) => one - other)
  return { requestsPerSecond: requests / seconds, p99Ms: tookMs[Math.floor(requests * 0.99)] ?? 0 }
}
