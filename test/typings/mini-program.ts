import type { WxLike } from '../../src/core/transport/wx-like'
import { wxRequest } from '../../src/transports/wx-request'

/** Compiles only where WeChat's own `wx` is all that the runtime asks of it. */
export const wxLike = (real: WechatMiniprogram.Wx): WxLike => real

/** As an app writes it that hands its `wx` over. */
export const transport = wxRequest({
  url: 'https://door.example/panel',
  headers: () => ({ session: String(wx.getStorageSync('session')) }),
  wx,
})
