/**
 * The gateway beside a bare Hono proxy to the same simulator, in turn, and the memory of the gateway:
 * `npm run bench:gateway`; `-- --requests 100000` for a longer look at the memory. Prints ratios, and never fails on them.
 */
import Table from 'cli-table3'
import { seed } from '../../simulator'
import { load } from './load'
import { buildServers, type Server, startServer } from './processes'

const ROUNDS = 9
const REQUESTS_A_ROUND = 1_500
const LOOKS = 10
const body = JSON.stringify({
  action: 'device.status',
  params: { device_id: seed.locks.frontDoor.id },
})

const option = process.argv.indexOf('--requests')
const memoryRequests = option === -1 ? 20_000 : Number(process.argv[option + 1])

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

const compare = async (gateway: Server, proxy: Server): Promise<void> => {
  const speeds: number[] = []
  const delays: number[] = []
  for (const server of [gateway, proxy]) await load(server.url, body, REQUESTS_A_ROUND)
  for (let round = 0; round < ROUNDS; round++) {
    const ofGateway = await load(gateway.url, body, REQUESTS_A_ROUND)
    const ofProxy = await load(proxy.url, body, REQUESTS_A_ROUND)
    speeds.push(ofGateway.requestsPerSecond / ofProxy.requestsPerSecond)
    delays.push(ofGateway.p99Ms / ofProxy.p99Ms)
  }
  const table = new Table({
    head: ['gateway, × bare proxy', 'median', 'goal'],
    style: { head: [] },
  })
  table.push(['requests a second', median(speeds).toFixed(2), 'at least 0.7'])
  table.push(['p99 of an answer', median(delays).toFixed(2), 'at most 1.5'])
  console.log(table.toString())
}

const watchMemory = async (gateway: Server): Promise<void> => {
  const megabytes: string[] = []
  for (let look = 0; look <= LOOKS; look++) {
    if (look > 0) await load(gateway.url, body, Math.ceil(memoryRequests / LOOKS))
    megabytes.push(((await gateway.heapBytes()) / 2 ** 20).toFixed(1))
  }
  console.log(`heap of the gateway over ${memoryRequests} requests, MB: ${megabytes.join(' ')}`)
}

const main = async (): Promise<void> => {
  const program = await buildServers()
  const simulator = await startServer(program, 'simulator', '')
  const gateway = await startServer(program, 'gateway', simulator.url)
  const proxy = await startServer(program, 'proxy', simulator.url)
  try {
    await compare(gateway, proxy)
    await watchMemory(gateway)
  } finally {
    for (const server of [gateway, proxy, simulator]) server.end()
  }
}

void main().then(() => process.exit())
