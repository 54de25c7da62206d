-- CreateTable
CREATE TABLE "joinCodes" (
    "id" TEXT COLLATE "C" NOT NULL,
    "inquiryId" TEXT COLLATE "C" NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "usedBy" TEXT COLLATE "C",

    CONSTRAINT "joinCodes_pkey" PRIMARY KEY ("id")
);
