import { panelParams } from './panel-params'

/** The parameters of an operation that needs only the device. */
export const deviceParams = panelParams({})
