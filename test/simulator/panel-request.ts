import type { SimulatedRequest } from '../../simulator'

type Params = Readonly<Record<string, unknown>>

export const isPanelName = (name: string): boolean => /^(tuya\.m|m\.smart)\./.test(name)

/** A request that an app forwards for its panel; without a version the cloud uses the one that it supports. */
export const panelRequest = (a: string, postData: Params, v?: string): SimulatedRequest => ({
  method: 'POST',
  path: '/api.json',
  headers: {},
  body: JSON.stringify({ a, v, postData }),
})
