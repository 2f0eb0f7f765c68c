import { Links, Meta, Outlet } from 'react-router';

export default function Root() {
  return (
    <html lang="en">
      <head><Meta /><Links /></head>
      <body><Outlet /></body>
    </html>
  );
}
