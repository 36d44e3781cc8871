import { allActions } from '../../actions'
import { createMessages } from '../../messages'
import { type Clock, realTime } from '../../src/core/clock'
import { createPanel } from '../../src/core/panel/create-panel'
import { combine } from '../../src/core/transport/combine'
import { passwordCipher } from '../../src/crypto/password-cipher'
import { webSecureRandom } from '../../src/crypto/secure-random'
import { lock } from '../../src/flows/lock'
import { openApi } from '../../src/open-api/open-api'
import { fetchTransport } from '../../src/transports/fetch-transport'
import { type CloudChild, startCloud } from './cloud-child'
import { frontDoor } from './restarting-cloud'
import { type Sample, type Series, sampleProcess, seriesOf } from './sample'
import { type Outcomes, useFlows, watch } from './visit'

const MINUTE_MS = 60_000
/** Of a page after its flows have ended, in which its streams stay open. */
const WATCH_MS = 5_000

const wait = (clock: Clock, ms: number) =>
  new Promise<void>((resolve) => clock.schedule(resolve, ms))

/** Makes the network and the door change while the panels are used. */
const disturb = async (cloud: CloudChild, clock: Clock): Promise<void> => {
  cloud.tell('ask to unlock')
  await wait(clock, 2_000)
  cloud.tell('break the messages')
  cloud.tell('lose answers')
  await wait(clock, 1_000)
  cloud.tell('answer again')
  cloud.tell('move the bolt')
}

/** Opens pages for some minutes of real time, over sockets and with the message service, and samples after each page. */
export const runInNode = async (
  minutes: number,
  onSample: (minute: number, sample: Sample) => void,
): Promise<Series> => {
  const clock = realTime
  const cloud = await startCloud()
  const { url, clientId, accessKey } = cloud
  const signed = { clientId, secret: accessKey }
  const messages = createMessages({ url: url.replace('http', 'ws'), ...signed })
  const panels = [1, 2].map(() =>
    createPanel({
      actions: allActions,
      transport: combine(fetchTransport({ url }), openApi({ baseUrl: url, ...signed })),
    }),
  )
  const options = {
    type: frontDoor.type,
    passwordCipher: passwordCipher({ accessKey }),
    secureRandom: webSecureRandom(crypto),
    pushes$: messages.pushes$,
  }
  const outcomes: Outcomes = {}
  const samples: (Sample & { readonly minute: number })[] = []
  const startMs = clock.now()
  for (let passedMs = 0; passedMs < minutes * MINUTE_MS; passedMs = clock.now() - startMs) {
    const doors = panels.map((panel) => lock(panel, frontDoor.id, options))
    const watching = doors.map(watch)
    const flows = doors.map((door) => useFlows(door, clock.now, outcomes))
    await Promise.all([...flows, disturb(cloud, clock)])
    await wait(clock, WATCH_MS)
    for (const each of watching) each.unsubscribe()
    await wait(clock, WATCH_MS)
    const minute = (clock.now() - startMs) / MINUTE_MS
    const sample = sampleProcess()
    samples.push({ ...sample, minute })
    onSample(minute, sample)
  }
  for (const { close } of panels) close()
  await messages.close()
  cloud.end()
  console.log(outcomes)
  return seriesOf('real time, Node', samples)
}
