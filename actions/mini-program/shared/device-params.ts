import { id, params } from '../../shared'

/** The parameters of an operation that asks for the device alone. */
export const deviceParams = /*#__PURE__*/ params({ required: { device_id: /*#__PURE__*/ id() } })
