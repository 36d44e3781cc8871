import { id, params } from '../../shared'

/** The parameters of an operation that needs only the device. */
export const deviceParams = params({ required: { devId: id() } })
