import { DotLoading } from 'antd-mobile'
import type { ReactElement } from 'react'
import { useLanguage } from '../text/language'

export const Loading = (): ReactElement => (
  <div className="note" role="status">
    {useLanguage().text.loading} <DotLoading />
  </div>
)
