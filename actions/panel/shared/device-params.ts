import { id, params } from '../../shared'

/** The parameters of an operation that asks for the device alone. */
export const deviceParams = params({ required: { devId: id() } })
