import { describe, expect, it } from 'vitest'
import { dpSchema } from '../../../src/data-points/dp-schema'
import { type CloudSource, describeInCloud } from '../../../src/flows/settings/cloud-source'

const { definitions } = dpSchema([{ code: 'automatic_lock', id: 33, mode: 'rw', type: 'bool' }])

const withSchema = (described: typeof definitions): CloudSource => ({
  describe: async () => described,
  values: async () => ({}),
  send: async () => true,
  check: undefined,
})

describe('describeInCloud', () => {
  it('uses the next interface if a product has no thing model', async () => {
    const [thing, standard] = [withSchema([]), withSchema(definitions)]
    expect(await describeInCloud([thing, standard], {})).toEqual({ cloud: standard, definitions })
  })

  it('finds no definitions if no interface has one', async () => {
    const sources = [withSchema([]), withSchema([])]
    expect(await describeInCloud(sources, {})).toMatchObject({ definitions: [] })
  })
})
