import { Skeleton, SkeletonBar } from '../ui/skeleton.tsx'
import styles from './portal.module.css'

/** Stands for a screen whose code or answer is on its way. */
export const Waiting = () => (
  <div className={styles.waiting}>
    <Skeleton>
      <SkeletonBar width="middle" height="heading" />
      <SkeletonBar width="long" />
      <SkeletonBar height="control" />
    </Skeleton>
  </div>
)
