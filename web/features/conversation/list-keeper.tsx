/** Keeps the lists that are looked at on this device, for when there is no connection. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keepLists } from './kept-lists.ts'

export function ListKeeper() {
  const queries = useQueryClient()
  useEffect(() => keepLists(queries), [queries])
  return null
}
