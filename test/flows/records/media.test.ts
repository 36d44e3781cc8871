import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { RecordQuery } from '../../../src/flows/records/query'
import { failureOf, settle } from '../support/settle'
import { recordHarness } from './record-harness'

const { frontDoor } = seed.locks
const media = seed.log.flatMap((entry) => ('media' in entry ? [entry.media] : []))
const ofLogs: RecordQuery = { sources: ['doorLock.operateRecords'] }

const harnessOf = (shape: 'documented' | 'sampled' = 'documented') =>
  recordHarness({ lock: frontDoor, families: ['mini-program'], shape })

describe('media() of a record', () => {
  it('resolves with the picture and its key, which no record contains', async () => {
    const harness = harnessOf()
    const records = await harness.all()
    for (const { key } of media) {
      expect(JSON.stringify(records)).not.toContain(key)
      expect(inspect(records, { depth: 10, showHidden: true })).not.toContain(key)
      expect(JSON.stringify(harness.events)).not.toContain(key)
    }
    const pictures = await Promise.all(records.map((record) => record.media?.()))
    expect(pictures.filter((picture) => picture !== undefined)).toEqual([
      {
        url: 'https://simulated-media.example/adam.jpg',
        key: 'picture-adam-key',
        bucket: 'simulated-media',
        path: '/adam.jpg',
        more: [],
      },
      expect.objectContaining({ url: 'https://simulated-media.example/duress.jpg' }),
    ])
    expect(harness.steps).not.toContain('doorLock.getMediaUrl')
  })

  it('fetches the address if the record has none, as in the samples', async () => {
    const harness = harnessOf('sampled')
    const [alarm] = await harness.all({ ...ofLogs, kinds: ['alarm'], toMs: 1_750_000_000_000 })
    expect(harness.steps).not.toContain('doorLock.getMediaUrl')
    if (alarm?.media === undefined) throw new Error('no picture')
    expect(await settle(harness.clock, alarm.media())).toEqual({
      url: 'https://simulated-media.example/duress.jpg',
      key: media[0]?.key,
      bucket: 'simulated-media',
      path: '/duress.jpg',
      angle: 0,
      more: [],
    })
    expect(harness.steps.filter((step) => step === 'doorLock.getMediaUrl')).toHaveLength(1)
    expect(JSON.stringify(harness.events)).not.toContain(media[0]?.key)
  })

  it('rejects instead of resolving with the picture of another event', async () => {
    const harness = harnessOf('sampled')
    const [alarm] = await harness.all({ ...ofLogs, kinds: ['alarm'], toMs: 1_750_000_000_000 })
    harness.log({
      category: 'alarm_record',
      type: 'alarm_lock',
      value: 'pry',
      media: { bucket: 'simulated-media', path: '/later.jpg', key: 'picture-later-ke' },
    })
    const failure = await failureOf(harness.clock, Promise.resolve(alarm?.media?.()))
    expect(failure).toMatchObject({ kind: 'lock', reason: 'media-unavailable' })
    expect(String(failure)).not.toContain('later')
  })

  it('rejects with the error of the cloud, and a second call fetches again', async () => {
    const harness = harnessOf('sampled')
    const [finger] = await harness.all({ ...ofLogs, kinds: ['opening'], toMs: 1_750_050_000_000 })
    // The cloud has pictures of remote openings and alarms; this one is of a fingerprint.
    const refusal = await failureOf(harness.clock, Promise.resolve(finger?.media?.()))
    expect(refusal).toMatchObject({ kind: 'vendor', action: 'doorLock.getMediaUrl' })
    harness.log({
      type: 'unlock_phone_remote',
      media: { bucket: 'simulated-media', path: '/adam.jpg', key: 'picture-adam-key' },
    })
    expect(await settle(harness.clock, Promise.resolve(finger?.media?.()))).toMatchObject({
      url: 'https://simulated-media.example/adam.jpg',
    })
  })

  it('is absent if no source has a picture', async () => {
    const records = await harnessOf().all({
      sources: ['doorLock.openingLogs', 'doorLock.alarmLogs'],
    })
    expect(records.length).toBeGreaterThan(0)
    for (const record of records) expect(record).not.toHaveProperty('media')
  })
})
