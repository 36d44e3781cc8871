import { type Check, expects } from '../options/check'
import { supports } from '../options/checks'
import type { Transport } from './transport'

export const isTransport: Check = /*#__PURE__*/ expects(
  'a transport, such as `wxRequest({ url })`; several go into `combine`',
  (value: Transport) => supports(value, ['send']) && Array.isArray(value.families),
)
