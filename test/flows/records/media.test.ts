import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { RecordQuery } from '../../../src/flows/records/query'
import { failureOf, settle } from '../support/settle'
import { recordStage } from './record-stage'

const { frontDoor } = seed.locks
const media = seed.log.flatMap((entry) => ('media' in entry ? [entry.media] : []))
const ofLogs: RecordQuery = { sources: ['doorLock.operateRecords'] }

const stageOf = (shape: 'documented' | 'sampled' = 'documented') =>
  recordStage({ lock: frontDoor, families: ['mini-program'], shape })

describe('the picture of a record', () => {
  it('comes with its key when it is asked for, and stands in no record before', async () => {
    const stage = stageOf()
    const records = await stage.all()
    for (const { key } of media) {
      expect(JSON.stringify(records)).not.toContain(key)
      expect(inspect(records, { depth: 10, showHidden: true })).not.toContain(key)
      expect(JSON.stringify(stage.events)).not.toContain(key)
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
    expect(stage.steps).not.toContain('doorLock.getMediaUrl')
  })

  it('is fetched where the record came without its address, as the samples show', async () => {
    const stage = stageOf('sampled')
    const [alarm] = await stage.all({ ...ofLogs, kinds: ['alarm'], toMs: 1_750_000_000_000 })
    expect(stage.steps).not.toContain('doorLock.getMediaUrl')
    if (alarm?.media === undefined) throw new Error('no picture')
    expect(await settle(stage.clock, alarm.media())).toEqual({
      url: 'https://simulated-media.example/duress.jpg',
      key: media[0]?.key,
      bucket: 'simulated-media',
      path: '/duress.jpg',
      angle: 0,
      more: [],
    })
    expect(stage.steps.filter((step) => step === 'doorLock.getMediaUrl')).toHaveLength(1)
    expect(JSON.stringify(stage.events)).not.toContain(media[0]?.key)
  })

  it('is none, rather than that of another moment', async () => {
    const stage = stageOf('sampled')
    const [alarm] = await stage.all({ ...ofLogs, kinds: ['alarm'], toMs: 1_750_000_000_000 })
    stage.log({
      category: 'alarm_record',
      type: 'alarm_lock',
      value: 'pry',
      media: { bucket: 'simulated-media', path: '/later.jpg', key: 'picture-later-ke' },
    })
    const failure = await failureOf(stage.clock, Promise.resolve(alarm?.media?.()))
    expect(failure).toMatchObject({ kind: 'lock', reason: 'media-unavailable' })
    expect(String(failure)).not.toContain('later')
  })

  it('fails as the cloud does, and can be asked for again', async () => {
    const stage = stageOf('sampled')
    const [finger] = await stage.all({ ...ofLogs, kinds: ['opening'], toMs: 1_750_050_000_000 })
    // The cloud knows pictures of remote openings and alarms; this one is of a finger.
    const refusal = await failureOf(stage.clock, Promise.resolve(finger?.media?.()))
    expect(refusal).toMatchObject({ kind: 'vendor', action: 'doorLock.getMediaUrl' })
    stage.log({
      type: 'unlock_phone_remote',
      media: { bucket: 'simulated-media', path: '/adam.jpg', key: 'picture-adam-key' },
    })
    expect(await settle(stage.clock, Promise.resolve(finger?.media?.()))).toMatchObject({
      url: 'https://simulated-media.example/adam.jpg',
    })
  })

  it('is not there where no source told of one', async () => {
    const records = await stageOf().all({ sources: ['doorLock.openingLogs', 'doorLock.alarmLogs'] })
    expect(records.length).toBeGreaterThan(0)
    for (const record of records) expect(record).not.toHaveProperty('media')
  })
})
