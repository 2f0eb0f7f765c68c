import { signedIn } from '../page.ts';
export const loader = signedIn(async () => ({}));
export default function Board() {
  return (
    <div className="page"><h1>Board</h1></div>
  );
}
