/** A card's list before it is there: its place while it loads, and what to do when it did not come. */
import { Failed } from '../../api/failed.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'

type Query = { isPending: boolean; error: unknown; refetch: () => Promise<unknown> }

export function CardStates({ query: { isPending, error, refetch } }: { query: Query }) {
  if (isPending) {
    return (
      <Skeleton>
        <SkeletonBar height="block" />
      </Skeleton>
    )
  }
  return error ? <Failed error={error} onRetry={() => void refetch()} /> : null
}
